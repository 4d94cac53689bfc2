// Runs as a process of its own: the package reads the environment when it is imported and unpacks
// into the temporary directory, so both are set by the parent (see packaged-chromium.ts).
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
