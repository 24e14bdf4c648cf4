import { data } from 'react-router';

/**
 * The fields of a form that was sent. Throws 400 for a body that is no form, or is cut short: no page of ours sends one, so
 * it is the sender's fault and not one of ours to be logged.
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    // undici's word for all of these; a connection that was lost is another error
    if (error instanceof TypeError && !request.signal.aborted) throw data(null, { status: 400 });
    throw error;
  }
}
