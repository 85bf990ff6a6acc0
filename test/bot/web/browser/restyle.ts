import type { Frame, Page } from 'playwright-core';

/** Lays a stylesheet over a page or a frame, past its policy; gives what takes the last one away. */
export async function restyle(place: Page | Frame, css: string): Promise<() => Promise<void>> {
  await place.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(css)});
    document.adoptedStyleSheets.push(sheet);
  })()`);
  return () => place.evaluate('void document.adoptedStyleSheets.pop()');
}
