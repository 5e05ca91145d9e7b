/** Reports each property whose name differs from another one's of the schema in case alone. */
export default function distinctNames(properties, _options, { path }) {
  const names = Object.keys(properties);
  const lower = names.map((name) => name.toLowerCase());
  return names.flatMap((name, i) =>
    lower.indexOf(name.toLowerCase()) === i
      ? []
      : [
          {
            message: `Remove or rename the property ${name}: in languages without case, it's the same as ${names[lower.indexOf(name.toLowerCase())]}.`,
            path: [...path, name],
          },
        ],
  );
}
