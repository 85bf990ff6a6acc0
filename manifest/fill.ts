/** A template as an object, each `${{NAME}}` replaced by the value of that name. Throws on a placeholder that nothing fills. */
export function fill(template: string, values: Readonly<Record<string, string>>): Record<string, unknown> {
  const filled = template.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`manifest.json: nothing fills the placeholder ${placeholder}.`);
    return JSON.stringify(value).slice(1, -1);
  });
  return JSON.parse(filled);
}
