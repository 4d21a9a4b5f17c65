/** What leads to checking groups in, in English: apart, so that other pages carry no more than this. */
export const checkInWay = 'Check groups in';
