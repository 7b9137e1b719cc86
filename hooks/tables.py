"""Tables on narrow screens."""

from html import escape


def scrolling(html: str, label: str) -> str:
    """A rendered page whose tables scroll sideways on their own, by keyboard too; `label` names them to a screen reader."""
    opening = f'<div class="table-scroll" role="group" tabindex="0" aria-label="{escape(label)}"><table>'
    return html.replace("<table>", opening).replace("</table>", "</table></div>")
