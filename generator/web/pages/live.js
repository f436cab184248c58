// Shows a page again when the portal has changed, where it was scrolled to. Listens only while the page is seen: browsers
// open few connections to one server, and tabs are many.
(() => {
  const shown = document.currentScript.dataset.state;
  const place = `cenacle ${location.pathname}`;
  const scrolled = sessionStorage.getItem(place);
  if (scrolled !== null) {
    sessionStorage.removeItem(place);
    addEventListener('load', () => scrollTo(0, Number(scrolled)));
  }
  let source;
  const rest = () => {
    source?.close();
    source = undefined;
  };
  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/_cenacle/events?known=${encodeURIComponent(shown)}`);
    source.addEventListener('state', (event) => {
      if (event.data === shown) return;
      rest();
      sessionStorage.setItem(place, String(scrollY));
      location.reload();
    });
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : listen()));
  addEventListener('pagehide', rest);
  addEventListener('pageshow', listen);
  listen();
})();
