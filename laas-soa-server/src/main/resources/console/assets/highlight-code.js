/** Code in colours, as nodes: what highlight.js gives as HTML is taken over as text and classes. */

/** The language of a file by its name and beginning; empty where there is none. */
export function languageOf(name, text) {
  if (/^dockerfile|\.dockerfile$|^containerfile/i.test(name)) return "dockerfile";
  if (/\.(sh|bash|env)$/.test(name) || /^#!.*\b(ba|da|k|z)?sh\b/.test(text)) return "bash";
  return "";
}

/**
 * @param {string} text
 * @param {string} language
 * @returns {DocumentFragment}
 */
export function highlighted(text, language) {
  const target = document.createDocumentFragment();
  const library = globalThis.hljs;
  if (!language || !library?.getLanguage(language)) {
    target.append(text);
    return target;
  }
  const html = library.highlight(text, { language, ignoreIllegals: true }).value;
  copy(new DOMParser().parseFromString(`<pre>${html}</pre>`, "text/html").querySelector("pre"), target);
  return target;
}

function copy(source, target) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      target.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const span = document.createElement("span");
      span.className = node.className;
      copy(node, span);
      target.append(span);
    }
  }
}
