// Runs in the page: every piece of text in the outputs whose colour is too close to what lies behind it (WCAG's ratio below 3).
export function illegibleTexts() {
  const parse = color => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  // The first opaque thing behind: an ancestor's background or, in a drawing, the last filled shape below the text's middle.
  const behind = element => {
    const svg = element.ownerSVGElement;
    if (svg) {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const shapes = [...svg.querySelectorAll("rect, circle, path, polygon")].filter(shape =>
        shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING && !shape.closest("defs, clipPath, pattern"));
      for (const shape of shapes.reverse()) {
        const fill = getComputedStyle(shape).fill;
        if (!fill.startsWith("rgb")) continue;
        if (!shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse()))) continue;
        const style = getComputedStyle(shape);
        if (parse(fill).a * Number(style.fillOpacity) * Number(style.opacity) > 0.9) return parse(fill);
      }
    }
    for (let parent = svg ?? element; parent; parent = parent.parentElement ?? parent.getRootNode().host) {
      const color = parse(getComputedStyle(parent).backgroundColor);
      if (color.a > 0.9) return color;
    }
    return { r: 255, g: 255, b: 255 };
  };

  const found = [];
  const look = scope => {
    for (const element of scope.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.closest("script, style, title, desc, defs")) continue;
      if (![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim())) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const style = getComputedStyle(element);
      const inDrawing = element.ownerSVGElement !== null && element.ownerSVGElement !== undefined;
      const color = inDrawing ? style.fill : style.color;
      if (!color.startsWith("rgb") || parse(color).a < 0.05) continue;
      const value = ratio(parse(color), behind(element));
      if (value < 3) found.push(`${value.toFixed(2)} "${element.textContent.trim().slice(0, 40)}" ${color}`);
    }
  };
  for (const area of document.querySelectorAll(".output_subarea")) look(area);
  return found;
}
