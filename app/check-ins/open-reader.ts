import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Reads the QR code in a picture; null: there is none. */
export type QrReader = (picture: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type Detectors = { new (options: { formats: string[] }): Detector; getSupportedFormats?(): Promise<string[]> };

/** What a phone without a reader of its own needs to read without a network. */
export async function readerFiles(): Promise<string[]> {
  if (await ownDetector()) return [];
  await import('barcode-detector/ponyfill');
  return [wasm];
}

/** The browser's own reader of QR codes (Barcode Detection API), else ZXing as WebAssembly, from this server. */
export async function openReader(): Promise<QrReader> {
  const detector = (await ownDetector()) ?? (await broughtDetector());
  return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null;
}

async function ownDetector(): Promise<Detector | null> {
  const own = (globalThis as { BarcodeDetector?: Detectors }).BarcodeDetector;
  const formats: string[] = (await own?.getSupportedFormats?.().catch(() => [])) ?? [];
  return own && formats.includes('qr_code') ? new own({ formats: ['qr_code'] }) : null;
}

async function broughtDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  prepareZXingModule({ overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path) } });
  return new BarcodeDetector({ formats: ['qr_code'] });
}
