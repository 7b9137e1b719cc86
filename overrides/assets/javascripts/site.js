// What needs a script to be of use.
offer("[data-print]", () => print());
// The device's own dialog, where it has one; a reader may close it.
const shared = { title: document.title, url: document.querySelector("[rel=canonical]")?.href };
if (navigator.share) offer("[data-share]", () => navigator.share(shared).catch(() => {}));

function offer(name, act) {
  for (const button of document.querySelectorAll(name)) Object.assign(button, { hidden: false, onclick: act });
}

// What reads pages without a signal. A preview keeps nothing.
const known = document.querySelector("meta[name=worker]");
if (known) {
  const worker = new URL("../../worker.js", import.meta.url).href;
  addEventListener("load", async () => {
    await navigator.serviceWorker?.register(worker).catch(() => {});
    // Any other worker below this site is none of its own, or none any more.
    for (const each of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
      const { scriptURL } = each.active ?? each.waiting ?? each.installing;
      if (each.scope.startsWith(new URL(".", worker)) && scriptURL !== worker) each.unregister();
    }
  });
  // A page that was left open, or that the browser shows again as it was, may have old contact details.
  const [way] = performance.getEntriesByType("navigation");
  addEventListener("pageshow", ({ persisted }) => (persisted || way?.type === "back_forward") && compareContact());
  addEventListener("visibilitychange", () => document.hidden || compareContact());
}

async function compareContact() {
  const markIn = (text) => text.match(/%22contact%22:%22(\w+)/)?.[1];
  const [address] = location.href.split("#");
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => {});
  const mark = answer && markIn(await answer.text());
  if (!mark || mark === markIn(known.content)) return;
  for (const note of document.querySelectorAll("[data-changed]:empty")) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = note.dataset.again;
    note.append(`${note.dataset.changed}. `, link);
  }
}

// Without a script this leads to all pages. A failure may be kept: each try has its own address.
const link = document.querySelector("[data-search]");
let tries = 0;
const search = () =>
  import(new URL(`${link.dataset.search}?${++tries}`, document.baseURI)).catch(() => {
    const note = document.querySelector("[data-failed]");
    note.textContent = note.dataset.failed;
    setTimeout(search, 3000);
  });
link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.querySelector(".search").showModal();
  tries || search();
});
