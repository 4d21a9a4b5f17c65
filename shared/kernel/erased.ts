/** What stands in the place of what was erased, where something must. */
export const erasedWord = 'Erased';
/** The address of whoever was erased: no mail goes to it, and by the rules of the internet none ever could. */
export const erasedAddress = 'erased@erased.invalid';
