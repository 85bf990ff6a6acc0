/** What pressing a button says, in the words of the page: dates with their labels, and the button's own label where it carries an answer. */
export function saidBy(form: HTMLFormElement, button: HTMLButtonElement | null): string {
  const dates = [...form.querySelectorAll('input')]
    .filter((input) => input.type === 'date' && input.valueAsDate)
    .map((input) => `${labelOf(input)}: ${input.valueAsDate?.toLocaleDateString('tr-TR', { dateStyle: 'long', timeZone: 'UTC' })}`);
  const chosen = [...form.querySelectorAll('select')].map(
    (select) => `${labelOf(select)}: ${select.selectedOptions[0]?.textContent?.trim()}`,
  );
  const pressed = button?.name ? [button.textContent?.trim() ?? ''] : [];
  return [...dates, ...chosen, ...pressed].join(', ');
}

function labelOf(field: HTMLInputElement | HTMLSelectElement): string {
  return field.labels?.[0]?.firstChild?.textContent?.trim() ?? '';
}
