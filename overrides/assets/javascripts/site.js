// What needs a script to be of use. Everything else works without.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// What lets pages be read without a signal. A preview tells the worker nothing, and keeps nothing.
if (document.querySelector("meta[name=worker]")) {
  addEventListener("load", () => navigator.serviceWorker?.register(new URL("../../worker.js", import.meta.url)).catch(() => {}));
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
