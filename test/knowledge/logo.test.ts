import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logoProblems } from '../../knowledge/logo.js';
import { type University, universitySchema } from '../../knowledge/schema.js';
import { readYaml } from '../../knowledge/yaml-file.js';

const folder = mkdtempSync(join(tmpdir(), 'logo-'));
writeFileSync(join(folder, 'small.svg'), '<svg/>');
writeFileSync(join(folder, 'big.png'), Buffer.alloc(20_000));
writeFileSync(join(folder, 'huge.png'), Buffer.alloc(300_000));

function problemsOf(lines: string) {
  const path = join(folder, 'university.yaml');
  writeFileSync(path, `name: "Örnek Üniversitesi"\n${lines}\n`);
  const problems: Parameters<typeof readYaml>[3] = [];
  const file = readYaml<University>(path, 'university.yaml', universitySchema, problems);
  return [...problems, ...(file ? logoProblems(file, folder) : [])];
}

test('a logo beside the file, or none, is right', () => {
  expect(problemsOf('logo: small.svg')).toEqual([]);
  expect(problemsOf('')).toEqual([]);
});

test('a logo that is not there is told with the line', () => {
  expect(problemsOf('logo: yok.svg')).toMatchObject([{ severity: 'error', line: 2, message: 'böyle bir dosya yok: "yok.svg"' }]);
});

test('a heavy logo is told, a very heavy one refused', () => {
  expect(problemsOf('logo: big.png')).toMatchObject([{ severity: 'warning', message: expect.stringContaining('20 kB') }]);
  expect(problemsOf('logo: huge.png')).toMatchObject([{ severity: 'error' }]);
});

test.each(['logo: ../../etc/passwd', 'logo: https://www.ornek.edu.tr/logo.svg', 'logo: logo.exe', 'accent: yeşil', 'accent: "#fff"'])(
  'refuses %s with what to write instead',
  (line) => {
    expect(problemsOf(line)).toMatchObject([{ severity: 'error', line: 2 }]);
  },
);
