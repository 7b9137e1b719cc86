// What needs a script to be of use. Everything else works without.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// What lets pages be read without a signal. A preview tells the worker nothing, and keeps nothing.
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

// Without a script, or when the search cannot be had, this link leads to the list of all pages.
const link = document.querySelector("[data-search]");
link?.addEventListener("click", async (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const { openSearch } = await import(new URL(link.dataset.search, document.baseURI));
    await openSearch(link);
  } catch {
    location.href = link.href;
  }
});
