import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Nothing but our own files; no inline script or style; no markup made from strings. */
export const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
}

/** The headers of both doors. TLS, where there is any, ends in front of us and sets its own. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
    xXssProtection: true,
  })

/**
 * For a page that is made to stand inside other people's: any page may frame it, and everything
 * else stays as strict. It holds no session and nothing to click that changes anything.
 */
export const embeddable = (): RequestHandler => {
  const policy = helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: { ...contentSecurityPolicy, 'frame-ancestors': ['*'] },
  })
  return (request, response, next) => {
    response.removeHeader('X-Frame-Options')
    // A page that isolates itself frames only what says that it may be.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    policy(request, response, next)
  }
}
