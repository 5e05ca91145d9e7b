/** Reports each keyword of a parameter that changes how its value is written: a value that isn't the default. */
export default function plainParameter(parameter, _options, { path }) {
  if (typeof parameter !== "object" || parameter === null) return [];
  const style = ["query", "cookie"].includes(parameter.in) ? "form" : "simple";
  const defaults = {
    style,
    explode: (parameter.style ?? style) === "form",
    allowReserved: false,
    allowEmptyValue: false,
  };
  return Object.keys(defaults)
    .filter((keyword) => keyword in parameter && parameter[keyword] !== defaults[keyword])
    .map((keyword) => ({
      message: `Remove ${keyword}: API Management supports only the default serialization of a parameter.`,
      path: [...path, keyword],
    }));
}
