import type { TeamsManifest } from '@microsoft/app-manifest';
import type { TeamsApp } from './app.js';

/** The schemas come with a development package. */
export class SchemasMissing extends Error {
  constructor() {
    super('The schemas of Teams are not installed: run npm ci, with NODE_ENV not set to production.');
  }
}

/** What the schemas of Teams find wrong: `[]` for nothing. Rejects with SchemasMissing where they are not installed. */
export async function schemaMistakes({ manifest, english }: TeamsApp): Promise<string[]> {
  const { AppManifestUtils } = await import('@microsoft/app-manifest').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_MODULE_NOT_FOUND' ? new SchemasMissing() : error;
  });
  const mistakes = async (file: string, content: Record<string, unknown>): Promise<string[]> => {
    const schema = await AppManifestUtils.fetchSchema(String(content.$schema));
    const found = await AppManifestUtils.validateAgainstSchema(content as unknown as TeamsManifest, readable(schema));
    return found.map((mistake) => `${file} ${mistake}`);
  };
  return [...(await mistakes('manifest.json', manifest)), ...(await mistakes('en.json', english))];
}

/** The schema of the localisation has a bracket in two of its patterns that a Unicode-aware reader wants escaped. */
function readable<T extends object>(schema: T): T {
  const { patternProperties } = schema as { patternProperties?: Record<string, unknown> };
  if (!patternProperties) return schema;
  const mended = Object.entries(patternProperties).map(([pattern, value]) => [pattern.replaceAll('\\b]', '\\b\\]'), value]);
  return { ...schema, patternProperties: Object.fromEntries(mended) };
}
