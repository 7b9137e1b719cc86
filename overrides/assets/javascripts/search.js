// The search dialog. Its markup and words come from the home page, in the reader's language.
const STEP = 8;
const root = new URL("../../", import.meta.url);
let dialog, pagefind, welsh, asked = 0;

export async function openSearch(link) {
  dialog ??= await makeDialog(link.href);
  dialog.showModal();
  dialog.querySelector("input").select();
}

async function makeDialog(address) {
  const home = document.querySelector(".site-name a").href;
  const [answer, index] = await Promise.all([fetch(home), import(new URL("pagefind/pagefind.js", root))]);
  pagefind = index;
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 20 });
  pagefind.init();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const made = document.importNode(page.querySelector("#search").content.firstElementChild, true);
  if ("forms" in made.dataset) welsh = { parts: [], ...(await readIndexFile("forms.cy.json")) };
  for (const link of made.querySelectorAll("a")) link.href = address;
  made.querySelector("input").addEventListener("input", (event) => search(event.target.value));
  made.addEventListener("click", (event) => event.target === made && made.close());
  document.body.append(made);
  return made;
}

async function readIndexFile(name) {
  return (await fetch(new URL(`pagefind/${name}`, root))).json();
}

function folded(word) {
  return word.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
}

async function search(words) {
  const status = dialog.querySelector(".search-status");
  const list = dialog.querySelector("ol");
  const more = dialog.querySelector(".search-more");
  const mine = ++asked;
  status.textContent = words.trim() && status.dataset.waiting;
  try {
    await new Promise((typed) => setTimeout(typed, 80));
    const found = mine === asked && (await find(words));
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

// The pages that hold all of the words; of a Welsh word, in any of its forms.
export async function find(words) {
  if (!welsh) return words.trim() ? (await pagefind.search(words)).results : [];
  const pages = await Promise.all(words.split(/\s+/).filter(Boolean).map(findWord));
  const [first, ...others] = pages.sort((one, two) => one.size - two.size);
  const all = [...(first?.values() ?? [])].filter(({ id }) => others.every((other) => other.has(id)));
  return all.sort((one, two) => two.score - one.score);
}

async function findWord(word) {
  const forms = await formsOf(word);
  // What the site has in other forms alone would be taken for the start of another word.
  const queries = forms.length && !forms.includes(word.toLowerCase()) ? [] : [word];
  for (const form of forms) queries.push(`"${form}"`);
  const answers = await Promise.all(queries.map((query) => pagefind.search(query)));
  const pages = new Map();
  for (const page of answers.flatMap((answer) => answer.results)) {
    if (!(pages.get(page.id)?.score >= page.score)) pages.set(page.id, page);
  }
  return pages;
}

// The words of the site that are forms of the same word: berthynas and pherthynas of perthynas. A word of the site is taken as it
// is written, môr apart from mor; any other without its accents and its mutation.
async function formsOf(word) {
  const same = await formsUnder(word.toLowerCase());
  if (same.length) return same;
  const plain = folded(word);
  const radicals = welsh.initials.filter(([made]) => plain.startsWith(made)).map(([made, radical]) => radical + plain.slice(made.length));
  return [...new Set((await Promise.all([plain, ...radicals].map(formsUnder))).flat())];
}

// The forms lie in files, in the order of the alphabet: only those are fetched that may hold the word.
async function formsUnder(word) {
  const number = welsh.starts.findLastIndex((start) => start <= word);
  if (number < 0) return [];
  const part = await (welsh.parts[number] ??= readIndexFile(`forms.cy.${number}.json`).catch((error) => {
    delete welsh.parts[number];
    throw error;
  }));
  return Object.hasOwn(part, word) ? (part[word] || word).split(" ") : [];
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
