const TIMEOUT_MS = 15_000;

/** Posts a form and gives the markup that comes back. Throws when the network, the server or the wait fails. */
export async function send(path: string, fields: URLSearchParams, abort = new AbortController()): Promise<string> {
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, { method: 'POST', body: fields, signal: abort.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.text();
  } finally {
    clearTimeout(timer);
  }
}

/** The fields of a form, with the button that was pressed. */
export function fieldsOf(form: HTMLFormElement, button: HTMLButtonElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value));
  if (button?.name) fields.append(button.name, button.value);
  return fields;
}
