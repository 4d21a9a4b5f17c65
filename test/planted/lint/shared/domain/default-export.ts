// expect: import(no-default-export): default
const kept = 1;
export default kept;
