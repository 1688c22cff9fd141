// Sends a CSV file from the browser and tells how far it is. The server reads it while it arrives, so what has been sent has
// been worked off but for a moment's worth. Not fetch: it says nothing before the whole request is over.
import { ok, type Refusal, type Result, refuse } from '@/lib/core/result';

const MB = 1024 * 1024;

/** The server refuses more; a browser knows before it has sent a byte. */
export const MAX_UPLOAD_MB = 100;

export function isTooLarge(file: Blob): boolean {
  return file.size > MAX_UPLOAD_MB * MB;
}

/**
 * The reply's type is the caller's word for what the endpoint answers. Rejects where there was no answer at all.
 * @param onProgress share sent so far, 0 to 1
 */
export function uploadCsv<Reply>(
  path: string,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<Result<Reply, Refusal>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'text/csv');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Error('The upload broke off.'));
    request.onload = () => {
      const isDone = request.status >= 200 && request.status < 300;
      // The same build serves both ends; a proxy in between may answer anything, hence the check.
      if (isDone && request.response !== null) return resolve(ok(request.response as Reply));
      if (isRefusal(request.response)) return resolve(refuse(request.response));
      reject(new Error(`The server answered ${request.status}.`));
    };
    request.send(file);
  });
}

function isRefusal(body: unknown): body is Refusal {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}
