import type { Phrases } from '../../knowledge/schema.js';
import type { DateRange } from './reply.js';

/** A phrase with its placeholders filled in. A missing phrase shows as its own key: that is seen at once and never crashes a turn. */
export function say(phrases: Phrases, section: string, key: string, values: Readonly<Record<string, string>> = {}): string {
  return fill(phrases[section]?.[key] ?? `${section}.${key}`, values);
}

/** Replaces `{name}` by its value; unknown names stay. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] as string) : whole));
}

let formatter: Intl.DateTimeFormat | undefined;

/** `2020-08-24` … `2020-08-28` → "24–28 Ağustos 2020"; one day → "24 Ağustos 2020". */
export function formatDays({ from, to }: DateRange): string {
  formatter ??= new Intl.DateTimeFormat('tr', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return from === to ? formatter.format(new Date(from)) : formatter.formatRange(new Date(from), new Date(to));
}

/** `2020-08-24` → "24 Ağustos 2020". */
export function formatDay(day: string): string {
  return formatDays({ from: day, to: day });
}

/** Labels stand inside sentences elsewhere; on their own they begin with a capital (Turkish: i → İ). */
export function capitalised(label: string): string {
  return label.charAt(0).toLocaleUpperCase('tr') + label.slice(1);
}
