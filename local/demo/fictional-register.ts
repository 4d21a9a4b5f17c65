/** A register of 60 fictional schools in the fictional city of Larkford, in the layout of the official download. */
export function fictionalRegister(): string {
  const header =
    'URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,EstablishmentStatus (code),PhaseOfEducation (name),NumberOfPupils,Town,Postcode';
  const rows = Array.from({ length: 60 }, (_, index) => {
    const urn = 900_100 + index;
    return `${urn},999,Larkford,${2000 + index},"Fictional Primary School ${index + 1}",1,Primary,"${180 + index * 3}",Larkford,ZZ${1 + (index % 9)} ${1 + (index % 8)}AA`;
  });
  return [header, ...rows, ''].join('\r\n');
}
