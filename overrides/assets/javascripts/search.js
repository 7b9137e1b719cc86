// The search dialog. Its markup and words come from the page that lists all pages, in the reader's language.
const STEP = 8;
const root = new URL("../../", import.meta.url);
let dialog, pagefind, asked = 0;

export async function openSearch(link) {
  dialog ??= await makeDialog(link.href);
  dialog.showModal();
  dialog.querySelector("input").select();
}

async function makeDialog(address) {
  const [answer, index] = await Promise.all([fetch(address), import(new URL("pagefind/pagefind.js", root))]);
  pagefind = index;
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 20 });
  pagefind.init();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const made = document.importNode(page.querySelector("#search").content.firstElementChild, true);
  for (const link of made.querySelectorAll("a")) link.href = address;
  made.querySelector("input").addEventListener("input", (event) => search(event.target.value));
  made.addEventListener("click", (event) => event.target === made && made.close());
  document.body.append(made);
  return made;
}

async function search(words) {
  const status = dialog.querySelector(".search-status");
  const list = dialog.querySelector("ol");
  const more = dialog.querySelector(".search-more");
  const mine = ++asked;
  status.textContent = words.trim() && status.dataset.waiting;
  try {
    const found = words.trim() ? (await pagefind.debouncedSearch(words, {}, 80))?.results : [];
    if (!found || mine !== asked) return;
    list.replaceChildren();
    more.hidden = true;
    const show = async () => {
      const start = list.children.length;
      const pages = await Promise.all(found.slice(start, start + STEP).map((result) => result.data()));
      if (mine !== asked) return;
      list.append(...pages.map(entry));
      more.hidden = list.children.length >= found.length;
      return list.children[start];
    };
    await show();
    more.onclick = async () => (await show())?.querySelector("a").focus();
    if (mine === asked) status.textContent = words.trim() && `${status.dataset.found}: ${found.length}`;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

function entry({ url, meta, excerpt }) {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = url;
  link.textContent = meta.title;
  const text = item.appendChild(document.createElement("p"));
  // Words and marks alone: nothing that stands in the index runs.
  text.append(...[...new DOMParser().parseFromString(excerpt, "text/html").body.childNodes].map(plain));
  return item;
}

function plain(node) {
  if (node.nodeName !== "MARK") return node.textContent;
  const mark = document.createElement("mark");
  mark.textContent = node.textContent;
  return mark;
}
