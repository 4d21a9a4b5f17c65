// expect: typescript(switch-exhaustiveness-check): exhaustive
export function word(state: 'draft' | 'open'): string {
  switch (state) {
    case 'draft':
      return 'planned';
  }
  return '';
}
