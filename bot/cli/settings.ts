import { settingsTable } from '../settings-table.js';

/** Prints the settings as the table that stands in the README. */
console.log(settingsTable());
