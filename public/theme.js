// Runs before the first paint, so that no page flashes in the other theme. A file of its own: inline scripts are refused.
(function () {
  var theme = null;
  try {
    theme = localStorage.getItem('ravine-theme');
  } catch {
    // A private window has no storage: the system's preference decides.
  }
  if (theme !== 'light' && theme !== 'dark' && theme !== 'projector')
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
})();
