"""A window of WebKit's that does what it is asked, line by line: the system's Python runs this, which has GTK."""

import json
import os
import sys

# Nothing here is a stranger's page, and a container allows no sandbox within it.
os.environ |= {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
# Only now: which versions are meant has to be said first.
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402


class Window:
    """One page, shown as wide as it is asked to be."""

    def __init__(self):
        self.window = Gtk.OffscreenWindow()
        self.view = WebKit2.WebView()
        self.window.add(self.view)
        self.window.show_all()
        self.view.connect("load-changed", self.loaded)
        self.waiting = False

    def open(self, address, width):
        self.window.set_default_size(width, 900)
        self.view.set_size_request(width, 900)
        self.waiting = True
        self.view.load_uri(address)

    def back(self):
        self.waiting = True
        self.view.go_back()

    def loaded(self, view, event):
        if self.waiting and event == WebKit2.LoadEvent.FINISHED:
            self.waiting = False
            GLib.timeout_add(300, answer, None)

    def run(self, script):
        self.view.call_async_javascript_function(script, -1, None, None, None, None, self.ran)

    def ran(self, view, result):
        try:
            answer(view.call_async_javascript_function_finish(result).to_string())
        except GLib.Error as error:
            answer(error=error.message)

    def print(self, address, margin):
        settings, paper = Gtk.PrintSettings(), Gtk.PageSetup()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, address)
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        paper.set_paper_size(Gtk.PaperSize.new("iso_a4"))
        for set_margin in (paper.set_top_margin, paper.set_bottom_margin, paper.set_left_margin, paper.set_right_margin):
            set_margin(margin, Gtk.Unit.MM)
        self.printing = WebKit2.PrintOperation.new(self.view)
        self.printing.set_print_settings(settings)
        self.printing.set_page_setup(paper)
        self.printing.connect("failed", lambda operation, error: answer(error=error.message))
        self.printing.connect("finished", lambda operation: answer(None))
        self.printing.print_()


def answer(value=None, error=None):
    print(json.dumps({"value": value} if error is None else {"error": error}), flush=True)
    return False


def asked(source, condition):
    line = sys.stdin.readline()
    if not line:
        Gtk.main_quit()
        return False
    name, *said = json.loads(line)
    getattr(window, name)(*said)
    return True


window = Window()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, asked)
Gtk.main()
