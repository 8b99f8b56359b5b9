/**
 * Where the theme keeps the reader's choices, and by what its scripts get at them. In place of the theme's own inline script;
 * names and values are the theme's.
 *
 * @param {URL} root of the site
 */
export function shareThemeChoices(root) {
  globalThis.__md_scope = root;
  globalThis.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
  globalThis.__md_get = (key, storage, scope = root) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`) ?? "null");
    } catch {
      return null; // storage is forbidden, or what it holds is not the theme's
    }
  };
  globalThis.__md_set = (key, value, storage, scope = root) => {
    try {
      (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // Storage is full or forbidden: the choice holds for this page.
    }
  };
}
