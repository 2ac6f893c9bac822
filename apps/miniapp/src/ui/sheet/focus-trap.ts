/** Mini-program hosts keep the reader inside what covers the page; nothing to do. */
export function useFocusTrap(_open: boolean, _id: string, _onClose: () => void): void {}
