const ONE_YEAR = 31_536_000;

/** What a page may do beyond the rest. */
export interface PagePolicy {
  /** Origins whose pages may show it in a frame (`'self'` for its own). */
  readonly framedBy?: readonly string[];
  /** True where it shows pages of its own in a frame. */
  readonly frames?: boolean;
}

/** The content security policy of a page: nothing but its own files, no inline code, no frame around it. */
export function contentSecurityPolicy({ framedBy = [], frames = false }: PagePolicy = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    ...(frames ? ["frame-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy.join(' ') || "'none'"}`,
  ].join('; ');
}

const FEATURES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/** The security headers of every response. In production the site stands behind TLS, so it says that it does. */
export function securityHeaders(production: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(production && { 'strict-transport-security': `max-age=${ONE_YEAR}` }),
  };
}
