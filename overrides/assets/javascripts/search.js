// Answers in the search dialog, which site.js opens. The words that are shown stand in its markup, in the reader's language.
const STEP = 8; // pages shown at once
const PAUSE = { typing: 250, loading: 400, failed: 3_000 }; // milliseconds
const root = new URL("../../", import.meta.url);
const dialog = document.querySelector(".search");
const [input, status, list, more] = ["input", ".search-status", "ol", ".search-more"].map((name) => dialog.querySelector(name));
const isWelsh = "forms" in dialog.dataset;
let index, asked = 0, tries = 0, again;

input.addEventListener("input", () => answer(input.value, PAUSE.typing));
input.addEventListener("keydown", async ({ key, isComposing }) => {
  if (key !== "Enter" || isComposing) return;
  await answer(input.value);
  dialog.querySelector("li a")?.focus();
});
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
addEventListener("online", () => again && answer(input.value));
answer(input.value);

// The program, the index and the forms of Welsh words; after a failure all is asked for anew, as Pagefind keeps what it did not get.
async function loadIndex() {
  const { createInstance } = await import(new URL(`pagefind/pagefind.js?${++tries}`, root));
  const pagefind = createInstance({ baseUrl: root.pathname, noWorker: true });
  await pagefind.init();
  // This fails where the index is not there.
  await pagefind.filters();
  return { pagefind, parts: [], ...(isWelsh && (await readIndexFile("forms.cy.json"))) };
}

async function readIndexFile(name) {
  return (await fetch(new URL(`pagefind/${name}`, root))).json();
}

async function answer(words, pause = 0) {
  const mine = ++asked;
  clearTimeout(again);
  again = 0;
  await new Promise((typed) => setTimeout(typed, pause));
  if (mine !== asked) return;
  const slow = setTimeout(say, PAUSE.loading, status.dataset.waiting);
  try {
    const found = await find(words);
    const pages = await Promise.all(found.slice(0, STEP).map((result) => result.data()));
    if (mine === asked) show(words, found, pages);
  } catch {
    if (mine === asked) fail();
  } finally {
    clearTimeout(slow);
  }
}

function show(words, found, pages) {
  list.replaceChildren(...pages.map(entry));
  more.hidden = found.length <= STEP;
  more.onclick = () => showMore(found);
  say(words.trim() && `${status.dataset.found}: ${found.length}`);
}

async function showMore(found) {
  const start = list.children.length;
  const mine = asked;
  try {
    const pages = await Promise.all(found.slice(start, start + STEP).map((result) => result.data()));
    if (mine !== asked) return;
    list.append(...pages.map(entry));
    more.hidden = list.children.length >= found.length;
    list.children[start].querySelector("a").focus();
  } catch {
    if (mine === asked) fail();
  }
}

// What was found before is no answer to what was asked now.
function fail() {
  index = undefined;
  list.replaceChildren();
  more.hidden = true;
  say(status.dataset.failed);
  again = setTimeout(() => answer(input.value), PAUSE.failed);
}

// Readers of the screen are told again whatever is written again.
function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

// The pages that hold all of the words; of a Welsh word, in any of its forms.
export async function find(words) {
  index ??= await loadIndex();
  if (!isWelsh) return words.trim() ? (await index.pagefind.search(words)).results : [];
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
  const answers = await Promise.all(queries.map((query) => index.pagefind.search(query)));
  const pages = new Map();
  for (const page of answers.flatMap((answer) => answer.results)) {
    if (!(pages.get(page.id)?.score >= page.score)) pages.set(page.id, page);
  }
  return pages;
}

function folded(word) {
  return word.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
}

// The words of the site that are forms of the same word: berthynas and pherthynas of perthynas. A word of the site is taken as it
// is written, môr apart from mor; any other without its accents and its mutation.
async function formsOf(word) {
  const same = await formsUnder(word.toLowerCase());
  if (same.length) return same;
  const plain = folded(word);
  const radicals = index.initials.filter(([made]) => plain.startsWith(made)).map(([made, radical]) => radical + plain.slice(made.length));
  return [...new Set((await Promise.all([plain, ...radicals].map(formsUnder))).flat())];
}

// The forms lie in files, in the order of the alphabet: only those are fetched that may hold the word.
async function formsUnder(word) {
  const number = index.starts.findLastIndex((start) => start <= word);
  if (number < 0) return [];
  const part = await (index.parts[number] ??= readIndexFile(`forms.cy.${number}.json`));
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
