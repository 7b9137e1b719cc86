// Answers in the search dialog, which site.js opens. What it says while nothing has come stands in the markup; what it says of an
// answer comes with the index, as no page then carries words that few of its readers meet.
const STEP = 8; // pages shown at once
const LENGTH = 30; // words shown of each, and more up to the first that was asked for
const PAUSE = { typing: 250, loading: 400, failed: 3_000 }; // milliseconds
const isWelsh = document.documentElement.lang === "cy";
// What stands in a question and is not what it asks for; a single letter does not either.
const STOP = new Set(
  (isWelsh
    ? "ac ag ai am ar at beth ble bod byddaf bydd dw dwi dylwn dylid ddylwn ei eich ein eisiau er eu fe fel fi fod fy gall gallaf galla gan gennyf gwneud wneud gyda hi hon hwn hyn hynny mae mai maen mi na nad nag neu ni nid nhw oes oedd on os pa pam pan pwy pryd rwy rwyf sut sy sydd ti trwy drwy un unrhyw wedi wrth yn ynghylch yng ym yr yw ydw ydy ydyw"
    : "about am an and any are as at be been but by can could did do does don for from get had has have he her his how if in is it its me my not of on or our she should so some tell than that the their them then there they this to us was we were what when where which who why will with would you your"
  ).split(" "),
);
const root = new URL("../../", import.meta.url);
const dialog = document.querySelector(".search");
const [input, status, contact, list, more, others] = ["input", ".search-status", ".search-contact", "ol", ".search-more", ".search-pages"].map((name) =>
  dialog.querySelector(name),
);
const contactBlock = document.querySelector(".page-contact");
let index, loading, asked = 0, tries = 0, again;

input.addEventListener("input", () => answer(input.value, PAUSE.typing));
input.addEventListener("keydown", async ({ key, isComposing }) => {
  if (key !== "Enter" || isComposing) return;
  await answer(input.value);
  dialog.querySelector(".search-contact a, li a")?.focus();
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
  return { pagefind, ...(await readIndexFile(`words.${document.documentElement.lang}.json`)), parts: [], ...(isWelsh && (await readIndexFile("forms.cy.json"))) };
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
  others.replaceChildren();
  const slow = setTimeout(say, PAUSE.loading, status.dataset.waiting);
  try {
    const holding = await find(words);
    const isContact = asksForContact(words);
    // Beside the contact details, pages with some of the words would only be in the way.
    const found = holding.filter(({ isWhole }) => isWhole || !isContact);
    const pages = await load(found.slice(0, STEP));
    const all = words.trim() && !found.length && !isContact ? await allPages().catch(() => []) : [];
    if (mine !== asked) return;
    showContact(isContact);
    show(words, found, pages);
    if (words.trim() && !found.length) showContact(true);
    others.replaceChildren(...all);
  } catch {
    if (mine === asked) fail();
  } finally {
    clearTimeout(slow);
  }
}

function showContact(isShown) {
  contact.replaceChildren(...(isShown ? [contactBlock.cloneNode(true)] : []));
}

function show(words, found, pages) {
  list.replaceChildren(...pages.map(entry));
  more.hidden = found.length <= STEP;
  more.onclick = () => showMore(found);
  const pagesTold = found.length && `${found[0].isWhole ? index.found : index.some}: ${found.length}`;
  const contactTold = contact.querySelector("h2")?.textContent;
  say(words.trim() && ([contactTold, pagesTold].filter(Boolean).join(". ") || index.nothing));
}

// Whether a word asks for contact details, or all of them stand there: a name or a number. One word of the name, such as "family", is
// asked of the pages.
function asksForContact(words) {
  const number = digitsOf(words);
  if (number.length > 4 && digitsOf(contactBlock.textContent).includes(number)) return true;
  const asking = wordsIn(index.contact).map(folded);
  const standing = wordsIn(contactBlock.textContent).map(folded);
  const parts = wordsIn(words).map(folded);
  return parts.some((part) => asking.includes(part)) || ((parts.length > 1 || /[\d.]/.test(parts[0])) && parts.every((part) => part.length > 2 && standing.includes(part)));
}

const digitsOf = (text) => text.replace(/\D/g, "");

// What the page that lists all pages holds.
async function allPages() {
  const { href } = document.querySelector("[data-search]");
  const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html");
  const lists = [...page.querySelectorAll(".page-list")];
  for (const link of lists.flatMap((each) => [...each.querySelectorAll("a")])) link.href = new URL(link.getAttribute("href"), href);
  return lists;
}

async function showMore(found) {
  const start = list.children.length;
  const mine = asked;
  try {
    const pages = await load(found.slice(start, start + STEP));
    if (mine !== asked) return;
    list.append(...pages.map(entry));
    more.hidden = list.children.length >= found.length;
    list.children[start].querySelector("a").focus();
  } catch {
    if (mine === asked) fail();
  }
}

// What was found before is no answer to what was asked now; whom to ask is one to anything.
function fail() {
  loading = undefined;
  showContact(true);
  list.replaceChildren();
  more.hidden = true;
  say(status.dataset.failed);
  tryAgain();
}

// While the dialog is closed nobody waits for an answer.
function tryAgain() {
  again = setTimeout(() => (dialog.open ? answer(input.value) : tryAgain()), PAUSE.failed);
}

// Readers of the screen are told again whatever is written again.
function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

// The pages that hold all of the words, or where there are none those that hold some, the most first. A word stands there in any of
// its forms, and as the other names of the same thing.
export async function find(words) {
  index = await (loading ??= loadIndex());
  const parts = unitsIn(words);
  const meant = parts.filter((part) => !isStop(part));
  const wanted = (await Promise.all((meant.length ? meant : parts).map(findUnit))).flat();
  const pages = new Map();
  for (const found of wanted) {
    for (const [id, page] of found) {
      const before = pages.get(id);
      pages.set(id, before ? joined(before, page, before.count + 1) : page);
    }
  }
  const sorted = [...pages.values()].sort((one, two) => two.count - one.count || two.score - one.score);
  const most = sorted.filter(({ count }) => count === wanted.length);
  return (most.length ? most : sorted).map((page) => ({ ...page, isWhole: most.length > 0 }));
}

// In numbers 1,000 is 1000. Some keyboards have an apostrophe that counts as a letter.
function wordsIn(text) {
  return text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "").replace(/ʼ/g, "'").match(/[\p{L}\p{M}\p{N}]+(?:[-.][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

const isStop = (word) => /^\D$/u.test(word) || STOP.has(word.toLowerCase());
const joined = (one, two, count) => ({ ...one, score: one.score + two.score, words: [...one.words, ...two.words], count });

// What is typed word by word, but for the terms of several words, which are asked for as one.
function unitsIn(words) {
  let rest = ` ${wordsIn(words).join(" ")} `;
  const terms = index.terms.flat(2).filter((name) => name.includes(" ") && rest.toLowerCase().includes(` ${name} `));
  const units = [];
  for (const term of terms.sort((one, two) => two.length - one.length)) {
    const place = rest.toLowerCase().indexOf(` ${term} `);
    if (place < 0) continue;
    units.push(term);
    rest = `${rest.slice(0, place)} ${rest.slice(place + term.length + 1)}`;
  }
  return [...units, ...rest.split(" ").filter(Boolean)];
}

// A term of several words that no page holds is asked for word by word.
async function findUnit(unit) {
  const found = await findWord(unit);
  return found.size || !unit.includes(" ") ? [found] : Promise.all(unit.split(" ").filter((word) => !isStop(word)).map(findWord));
}

async function findWord(word) {
  const ways = isWelsh ? [word.toLowerCase(), ...radicalsOf(folded(word))] : [word.toLowerCase()];
  const termBy = (language) => index.terms.find((term) => term[language].some((name) => ways.includes(name)))?.[0] ?? [];
  const pages = await findAll(word, termBy(0));
  if (pages.size < STEP) for (const page of await started(word, pages)) pages.set(page.id, page);
  // Last, what the word means in the other language: the pages on plants are not those on plant, children.
  const meant = pages.size ? [] : termBy(1);
  return meant.length ? findAll(meant[0], meant) : pages;
}

// The pages that hold a word in any of its forms, or another name of the same thing.
async function findAll(word, names) {
  const queries = isWelsh ? await formsAsked(word, names) : [...new Set([word, ...names])];
  const pages = new Map();
  for (const { id, score, words, data } of (await Promise.all(queries.map(findExactly))).flat()) {
    const page = { id, score, words, data, count: 1 };
    const before = pages.get(id);
    pages.set(id, before ? { ...joined(before, page, 1), score: Math.max(before.score, score) } : page);
  }
  return pages;
}

// Pagefind finds a word as it is written where it stands between quotation marks, and ranks the pages where it does not.
async function findExactly(query) {
  const [{ results }, ranked] = await Promise.all([`"${query}"`, query].map((asked) => index.pagefind.search(asked)));
  const scores = new Map(ranked.results.map(({ id, score }) => [id, score]));
  return results.map(({ id, score, words, data }) => ({ id, score: scores.get(id) ?? score, words, data }));
}

// Further pages with a word that starts as what was typed, which may not be whole yet. Pagefind also takes less of it for a start
// ("to" of "toddler"), so each is looked at.
async function started(word, taken) {
  const { results } = await index.pagefind.search(word);
  const pages = results.filter(({ id }) => !taken.has(id)).slice(0, STEP);
  const texts = await Promise.all(pages.map(async ({ data }) => (await data()).content.split(/\s+/)));
  const asked = word.toLowerCase();
  // An accent that was typed is meant.
  const plainly = folded(word) === asked ? folded : (shown) => shown.toLowerCase();
  const starts = (shown) => plainly(shown).split(/[^\p{L}\p{M}\p{N}]+/u).some((part) => part.startsWith(asked));
  return pages.filter(({ words }, number) => words.some((place) => starts(texts[number][place] ?? ""))).map((page) => ({ ...page, count: 1 }));
}

async function formsAsked(word, names) {
  const forms = (await Promise.all([word, ...names].map(formsOfUnit))).flat();
  // "cân" asks for no "gan".
  return [...new Set(forms)].filter((form) => !isStop(form) || isStop(word));
}

// Of a term of several words the first has the forms: hiechyd meddwl.
async function formsOfUnit(unit) {
  const [first, ...rest] = unit.split(" ");
  return (await formsOf(first)).map((form) => [form, ...rest].join(" "));
}

function folded(word) {
  return word.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
}

// The words of the site that are forms of the same word: berthynas and pherthynas of perthynas. A word of the site is taken as it
// is written, môr apart from mor; any other without its accents and its mutation.
async function formsOf(word) {
  const same = await formsUnder(word.toLowerCase());
  if (same.length) return same;
  const roots = (form) => [form, ...radicalsOf(form)];
  const plain = folded(word);
  const found = (await Promise.all(roots(plain).map(formsUnder))).flat();
  // An accent that was typed is meant: môr asks for no mor.
  const other = (form) => plain !== word.toLowerCase() && form === folded(form) && roots(form).some((root) => roots(plain).includes(root));
  return [...new Set(found)].filter((form) => !other(form));
}

function radicalsOf(plain) {
  return index.initials.filter(([made]) => plain.startsWith(made)).map(([made, radical]) => radical + plain.slice(made.length));
}

// The forms lie in files, in the order of the alphabet: only those are fetched that may hold the word.
async function formsUnder(word) {
  const number = index.starts.findLastIndex((start) => start <= word);
  if (number < 0) return [];
  const part = await (index.parts[number] ??= readIndexFile(`forms.cy.${number}.json`));
  return Object.hasOwn(part, word) ? (part[word] || word).split(" ") : [];
}

const load = (found) => Promise.all(found.map(async ({ data, words }) => ({ ...(await data()), words })));

function entry({ url, meta, content, words }) {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = url;
  link.textContent = meta.title;
  item.appendChild(document.createElement("p")).append(...excerpt(content.split(/\s+/), new Set(words)));
  return item;
}

// From the start of the sentence with the most of the words; text and marks alone, so that nothing which stands in the index runs.
function excerpt(text, hits) {
  const starts = text.flatMap((word, place) => (place === 0 || startsSentence(text[place - 1], word) ? [place] : []));
  const sentences = starts.map((start, number) => [...hits].filter((hit) => hit >= start && hit < (starts[number + 1] ?? text.length)));
  const best = sentences.reduce((most, each, number) => (each.length > sentences[most].length ? number : most), 0);
  const start = starts[best];
  const end = Math.max(start + LENGTH, (sentences[best].length ? Math.min(...sentences[best]) : start) + 5);
  const shown = text.slice(start, end).flatMap((word, place) => [hits.has(start + place) ? marked(word) : word, " "]);
  return end < text.length ? [...shown, "…"] : shown;
}

const startsSentence = (before, word) => /[.!?:]["'”’)]*$/.test(before) && /^["'“‘(]*[\p{Lu}\p{N}]/u.test(word);

function marked(word) {
  const mark = document.createElement("mark");
  mark.textContent = word;
  return mark;
}
