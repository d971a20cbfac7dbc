// Pages that are read: a link at each heading that leads to it, and code that can be copied.
(() => {
  const make = (name, kind, text) => {
    const element = document.createElement(name);
    element.className = kind;
    element.append(text);
    return element;
  };
  document.querySelectorAll(":is(.prose, .clause) :is(h2, h3, h4)[id]").forEach((heading) => {
    const link = make("a", "anchor", "#");
    link.href = "#" + heading.id;
    link.ariaLabel = "Link to " + heading.textContent;
    heading.append(" ", link);
  });
  document.querySelectorAll(navigator.clipboard ? "main pre" : "none").forEach((code) => {
    const button = make("button", "copy", "Copy");
    button.type = "button";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    code.before(button);
  });
})();
