/** The hidden sheet by which a form of ours is known when it comes back, and the word in its first cell. */
export const FORM_SHEET = 'payesh';
export const FORM_MARK = 'payesh-form';
