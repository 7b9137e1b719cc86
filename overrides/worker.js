// Keeps pages and handouts on the device, for when there is no signal. The build puts a line before
// this one that defines SITE: what is always kept, words of the interface, the fingerprint of the
// contact details, and the site's version.
//
// The server is asked first, always. Each page names the contact details that it shows by their
// fingerprint, and so does each cache: when a page with other details arrives, all that shows the
// old ones is dropped at once, and only then fetched anew.
const SCOPE = registration.scope;
const CORE = new Set(SITE.core.map((path) => new URL(path, SCOPE).href));
const LIMITS = { pages: 1_000_000, handouts: 2_000_000 }; // bytes
const PATIENCE = { copy: 4_000, none: 15_000 }; // milliseconds until a copy, or the offline page, is shown

// What the build writes into each page for this program (hooks/web/offline.py): JSON, as encodeURIComponent has it.
const KNOWN = /<meta name="worker" content="([^"]*)">/;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(renew());
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { method, mode, destination, url } = event.request;
  // The search is left to the browser: its index is large, and of no use in part.
  if (method !== "GET" || !url.startsWith(SCOPE) || url.startsWith(`${SCOPE}pagefind/`)) return;
  if (mode === "navigate" || isHandout(url)) event.respondWith(visit(event));
  else if (["image", "script"].includes(destination)) {
    event.respondWith(fetch(event.request).catch(async () => (await find(url)) ?? Response.error()));
  }
});

// ------------------------------------------------------------------ Answering

async function visit(event) {
  const [asked] = event.request.url.split("#");
  const [address] = asked.split("?");
  const fresh = ask(asked);
  event.waitUntil(fresh.then((answer) => keep(address, answer.clone())).catch(() => {}));
  const copy = await find(address).catch(() => undefined);
  const answers = [fresh.catch(() => undefined)];
  // A handout of which there is no copy may take as long as it needs.
  if (copy || !isHandout(address)) answers.push(new Promise((over) => setTimeout(over, copy ? PATIENCE.copy : PATIENCE.none)));
  const answer = await Promise.race(answers);
  if (answer && (answer.status < 500 || !copy)) return answer;
  if (copy) return isPage(copy) ? withNotice(copy) : copy;
  if (await find(`${address}/`).catch(() => undefined)) return Response.redirect(`${address}/`);
  return (await offlinePage().catch(() => undefined)) ?? fresh.catch(nothing);
}

// Right after the contact details have changed not even the offline page may be there. A failure of this program would make Firefox
// show what it keeps itself, with the old ones.
function nothing() {
  const lines = Object.entries(SITE.words).map(([code, words]) => `<p lang="${code}">${words.page_not_kept}</p>`);
  const html = `<!doctype html><meta name="viewport" content="width=device-width"><title>503</title>${lines.join("")}`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// What the server says, once its body is there too: an answer that breaks off counts as none.
async function ask(address) {
  const answer = await fetch(address, { cache: "no-cache", redirect: "manual" });
  await answer.clone().blob();
  return answer;
}

async function withNotice(copy) {
  const html = await copy.text();
  // A copy that an older site left may not say it.
  const { language = "en" } = known(html);
  const date = new Date(copy.headers.get("Date") ?? NaN);
  const day = isNaN(date) ? "" : ` (${date.toLocaleDateString("en-GB")})`;
  const noted = html.replace(/<main [^>]*>/, (start) => `${start}<p class="kept">${SITE.words[language].kept_copy}${day}</p>`);
  return new Response(noted, { headers: copy.headers });
}

// It is shown at any address, so its links, which start at the site's root, are made whole.
async function offlinePage() {
  const copy = await find(new URL("offline.html", SCOPE).href);
  const html = (await copy.text()).replace(/\b(href|src)="(?![a-z]+:|#)/g, `$1="${SCOPE}`);
  const lists = {};
  for (const [address, page] of (await keptPages()).reverse()) {
    const { title, language, counterpart } = known(page);
    // The offline page itself has no counterpart.
    if (counterpart) lists[language] = `${lists[language] ?? ""}<li><a href="${address}">${escaped(title)}</a></li>`;
  }
  const body = html.replace(/<ul data-kept="(\w+)">/g, (start, code) => start + (lists[code] ?? ""));
  return new Response(body, { status: 503, headers: copy.headers });
}

// -------------------------------------------------------------------- Keeping

async function keep(address, answer) {
  if (isGone(answer)) return forget(address);
  const html = isPage(answer) ? await answer.clone().text() : "";
  // Without contact details it is no page of this site, but perhaps a network's own that asks to sign in.
  const contact = isPage(answer) ? known(html).contact : await contactNow();
  if (answer.status !== 200 || !contact || !(isPage(answer) || isHandout(address))) return;
  const dropped = await dropOthers(contact);
  await put(contact, address, answer);
  const counterparts = isHandout(address) ? await counterpartOfHandout(address) : counterpartOf(html);
  for (const each of [...CORE, ...dropped, ...counterparts]) await have(contact, each);
  for (const each of [address, ...counterparts]) for (const picture of await picturesOf(each)) await have(contact, picture);
  await prune();
}

// When a version of the site is installed, everything that is kept is fetched anew. What cannot be
// fetched stays as it was, unless it shows other contact details.
async function renew() {
  const kept = (await Promise.all((await cachesHere()).map(addressesIn))).flat();
  await dropOthers(SITE.contact);
  const done = await Promise.all([...CORE].map(async (address) => put(SITE.contact, address, await ask(address))));
  if (done.includes(false)) throw new Error("The site changed meanwhile.");
  for (const address of kept.filter((each) => !CORE.has(each))) {
    const answer = await ask(address).catch(() => undefined);
    if (answer) await (isGone(answer) ? forget(address) : put(SITE.contact, address, answer));
  }
  // The page that is being read was there before the worker.
  for (const { url } of await clients.matchAll({ includeUncontrolled: true, type: "window" })) {
    const [address] = url.split(/[?#]/);
    if (address.startsWith(SCOPE)) await keep(address, await ask(address)).catch(() => {});
  }
}

// Keeps an answer, if it shows these contact details; whether it did.
async function put(contact, address, answer) {
  const page = isPage(answer) ? known(await answer.clone().text()) : { contact };
  if (answer.status !== 200 || page.contact !== contact) return false;
  const cache = await caches.open(cacheName(isHandout(address) ? "handouts" : "pages", contact));
  // WebKit leaves what is put anew at its former place in the order in which the oldest goes first.
  await cache.delete(address);
  await cache.put(address, answer);
  // What leads on from where a page was formerly is of use with that page alone.
  if (page.moved !== undefined) await have(contact, new URL(page.moved, SCOPE).href);
  return true;
}

// Sees to it that a file is kept, and takes it for the one asked for last.
async function have(contact, address) {
  const copy = await find(address);
  if (copy && CORE.has(address)) return;
  const answer = copy ?? (await ask(address).catch(() => undefined));
  if (answer) await put(contact, address, answer);
}

async function dropOthers(contact) {
  const others = (await cachesHere()).filter((name) => !name.endsWith(` ${contact}`));
  const dropped = (await Promise.all(others.map(addressesIn))).flat();
  await Promise.all(others.map((name) => caches.delete(name)));
  return dropped;
}

// A cache lists what it holds in the order in which it was put there: the oldest goes first, the core never.
async function prune() {
  for (const name of await cachesHere()) {
    const cache = await caches.open(name);
    const newestFirst = (await addressesIn(name)).reverse().sort((one, two) => CORE.has(two) - CORE.has(one));
    let size = 0;
    for (const address of newestFirst) {
      size += (await (await cache.match(address)).blob()).size;
      if (size > LIMITS[name.split(" ")[1]] && !CORE.has(address)) await cache.delete(address);
    }
  }
}

async function forget(address) {
  for (const name of await cachesHere()) await (await caches.open(name)).delete(address);
}

// -------------------------------------------------------------------- Finding

async function find(address) {
  for (const name of await cachesHere()) {
    const copy = await (await caches.open(name)).match(address);
    if (copy) return copy;
  }
}

// Another site below another path of the same host has caches of its own.
const cachesHere = async () => (await caches.keys()).filter((name) => name.startsWith(`${SCOPE} `));
const cacheName = (kind, contact) => `${SCOPE} ${kind} ${contact}`;
const contactNow = async () => (await cachesHere())[0]?.split(" ")[2];
const addressesIn = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);

// Address and text of each page that is kept, that kept last at the end.
async function keptPages() {
  const pages = [];
  for (const name of await cachesHere()) {
    for (const address of await addressesIn(name)) {
      const copy = await find(address);
      if (copy && isPage(copy)) pages.push([address, await copy.text()]);
    }
  }
  return pages;
}

// A page and its counterpart list their handouts in the same order.
async function counterpartOfHandout(address) {
  for (const [page, html] of await keptPages()) {
    const place = addressesOf(known(html).handouts).indexOf(address);
    const [other] = counterpartOf(html);
    const copy = place >= 0 && other && (await find(other));
    if (copy) return addressesOf(known(await copy.text()).handouts).slice(place, place + 1);
  }
  return [];
}

async function picturesOf(page) {
  const copy = await find(page);
  return copy && isPage(copy) ? addressesOf(known(await copy.text()).pictures) : [];
}

// Without what the build writes it is no page of this site.
function known(html) {
  const written = html.match(KNOWN)?.[1];
  return written ? JSON.parse(decodeURIComponent(written)) : {};
}

const addressesOf = (paths) => (paths ?? []).map((path) => new URL(path, SCOPE).href);
const counterpartOf = (html) => addressesOf(known(html).counterpart);
const escaped = (title) => title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const isHandout = (address) => address.endsWith(".pdf");
const isPage = (answer) => answer.headers.get("Content-Type")?.startsWith("text/html");
const isGone = (answer) => [404, 410].includes(answer.status);
