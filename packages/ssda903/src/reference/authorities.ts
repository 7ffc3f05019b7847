/** An upper-tier local authority in England: a county, a unitary authority, a metropolitan or a London borough. */
export interface Authority {
  /** GSS code, e.g. E10000007. */
  readonly code: string;
  readonly name: string;
  readonly region: string;
}

/**
 * Upper-tier authorities by region: those of 2021, and the codes that came after them in 2023 and 2025.
 * Source: Office for National Statistics, Local Authority District to Upper Tier lookup.
 */
const BY_REGION: Readonly<Record<string, string>> = {
  'North East': `
    E06000001 Hartlepool
    E06000002 Middlesbrough
    E06000003 Redcar and Cleveland
    E06000004 Stockton-on-Tees
    E06000005 Darlington
    E06000047 County Durham
    E06000057 Northumberland
    E08000021 Newcastle upon Tyne
    E08000022 North Tyneside
    E08000023 South Tyneside
    E08000024 Sunderland
    E08000037 Gateshead`,
  'North West': `
    E06000006 Halton
    E06000007 Warrington
    E06000008 Blackburn with Darwen
    E06000009 Blackpool
    E06000049 Cheshire East
    E06000050 Cheshire West and Chester
    E06000063 Cumberland
    E06000064 Westmorland and Furness
    E08000001 Bolton
    E08000002 Bury
    E08000003 Manchester
    E08000004 Oldham
    E08000005 Rochdale
    E08000006 Salford
    E08000007 Stockport
    E08000008 Tameside
    E08000009 Trafford
    E08000010 Wigan
    E08000011 Knowsley
    E08000012 Liverpool
    E08000013 St. Helens
    E08000014 Sefton
    E08000015 Wirral
    E10000006 Cumbria
    E10000017 Lancashire`,
  'Yorkshire and The Humber': `
    E06000010 Kingston upon Hull, City of
    E06000011 East Riding of Yorkshire
    E06000012 North East Lincolnshire
    E06000013 North Lincolnshire
    E06000014 York
    E06000065 North Yorkshire
    E08000016 Barnsley
    E08000017 Doncaster
    E08000018 Rotherham
    E08000019 Sheffield
    E08000032 Bradford
    E08000033 Calderdale
    E08000034 Kirklees
    E08000035 Leeds
    E08000036 Wakefield
    E08000038 Barnsley
    E08000039 Sheffield
    E10000023 North Yorkshire`,
  'East Midlands': `
    E06000015 Derby
    E06000016 Leicester
    E06000017 Rutland
    E06000018 Nottingham
    E06000061 North Northamptonshire
    E06000062 West Northamptonshire
    E10000007 Derbyshire
    E10000018 Leicestershire
    E10000019 Lincolnshire
    E10000024 Nottinghamshire`,
  'West Midlands': `
    E06000019 Herefordshire, County of
    E06000020 Telford and Wrekin
    E06000021 Stoke-on-Trent
    E06000051 Shropshire
    E08000025 Birmingham
    E08000026 Coventry
    E08000027 Dudley
    E08000028 Sandwell
    E08000029 Solihull
    E08000030 Walsall
    E08000031 Wolverhampton
    E10000028 Staffordshire
    E10000031 Warwickshire
    E10000034 Worcestershire`,
  'East of England': `
    E06000031 Peterborough
    E06000032 Luton
    E06000033 Southend-on-Sea
    E06000034 Thurrock
    E06000055 Bedford
    E06000056 Central Bedfordshire
    E10000003 Cambridgeshire
    E10000012 Essex
    E10000015 Hertfordshire
    E10000020 Norfolk
    E10000029 Suffolk`,
  London: `
    E09000001 City of London
    E09000002 Barking and Dagenham
    E09000003 Barnet
    E09000004 Bexley
    E09000005 Brent
    E09000006 Bromley
    E09000007 Camden
    E09000008 Croydon
    E09000009 Ealing
    E09000010 Enfield
    E09000011 Greenwich
    E09000012 Hackney
    E09000013 Hammersmith and Fulham
    E09000014 Haringey
    E09000015 Harrow
    E09000016 Havering
    E09000017 Hillingdon
    E09000018 Hounslow
    E09000019 Islington
    E09000020 Kensington and Chelsea
    E09000021 Kingston upon Thames
    E09000022 Lambeth
    E09000023 Lewisham
    E09000024 Merton
    E09000025 Newham
    E09000026 Redbridge
    E09000027 Richmond upon Thames
    E09000028 Southwark
    E09000029 Sutton
    E09000030 Tower Hamlets
    E09000031 Waltham Forest
    E09000032 Wandsworth
    E09000033 Westminster`,
  'South East': `
    E06000035 Medway
    E06000036 Bracknell Forest
    E06000037 West Berkshire
    E06000038 Reading
    E06000039 Slough
    E06000040 Windsor and Maidenhead
    E06000041 Wokingham
    E06000042 Milton Keynes
    E06000043 Brighton and Hove
    E06000044 Portsmouth
    E06000045 Southampton
    E06000046 Isle of Wight
    E06000060 Buckinghamshire
    E10000011 East Sussex
    E10000014 Hampshire
    E10000016 Kent
    E10000025 Oxfordshire
    E10000030 Surrey
    E10000032 West Sussex`,
  'South West': `
    E06000022 Bath and North East Somerset
    E06000023 Bristol, City of
    E06000024 North Somerset
    E06000025 South Gloucestershire
    E06000026 Plymouth
    E06000027 Torbay
    E06000030 Swindon
    E06000052 Cornwall
    E06000053 Isles of Scilly
    E06000054 Wiltshire
    E06000058 Bournemouth, Christchurch and Poole
    E06000059 Dorset
    E06000066 Somerset
    E10000008 Devon
    E10000013 Gloucestershire
    E10000027 Somerset`,
};

/** The districts of the two-tier counties. */
const DISTRICTS: Readonly<Record<string, string>> = {
  E10000003: '0008 0009 0010 0011 0012',
  E10000006: '0026 0027 0028 0029 0030 0031',
  E10000007: '0032 0033 0034 0035 0036 0037 0038 0039',
  E10000008: '0040 0041 0042 0043 0044 0045 0046 0047',
  E10000011: '0061 0062 0063 0064 0065',
  E10000012: '0066 0067 0068 0069 0070 0071 0072 0073 0074 0075 0076 0077',
  E10000013: '0078 0079 0080 0081 0082 0083',
  E10000014: '0084 0085 0086 0087 0088 0089 0090 0091 0092 0093 0094',
  E10000015: '0095 0096 0098 0099 0102 0103 0240 0241 0242 0243',
  E10000016: '0105 0106 0107 0108 0109 0110 0111 0112 0113 0114 0115 0116',
  E10000017: '0117 0118 0119 0120 0121 0122 0123 0124 0125 0126 0127 0128',
  E10000018: '0129 0130 0131 0132 0133 0134 0135',
  E10000019: '0136 0137 0138 0139 0140 0141 0142',
  E10000020: '0143 0144 0145 0146 0147 0148 0149',
  E10000023: '0163 0164 0165 0166 0167 0168 0169',
  E10000024: '0170 0171 0172 0173 0174 0175 0176',
  E10000025: '0177 0178 0179 0180 0181',
  E10000027: '0187 0188 0189 0246',
  E10000028: '0192 0193 0194 0195 0196 0197 0198 0199',
  E10000029: '0200 0202 0203 0244 0245',
  E10000030: '0207 0208 0209 0210 0211 0212 0213 0214 0215 0216 0217',
  E10000031: '0218 0219 0220 0221 0222',
  E10000032: '0223 0224 0225 0226 0227 0228 0229',
  E10000034: '0234 0235 0236 0237 0238 0239',
};

const DISTRICT_PREFIX = 'E0700';

export const AUTHORITIES: readonly Authority[] = Object.entries(BY_REGION).flatMap(([region, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', ...name] = line.trim().split(' ');
      return { code, name: name.join(' '), region };
    }),
);

const UPPER_TIER = new Map([
  ...AUTHORITIES.map(({ code }) => [code, code] as const),
  ...Object.entries(DISTRICTS).flatMap(([county, districts]) =>
    districts.split(' ').map((district) => [DISTRICT_PREFIX + district, county] as const),
  ),
]);

const OUTSIDE_ENGLAND: Readonly<Record<string, string>> = { S: 'SCO', W: 'WAL', N: 'NIR' };

/** Upper-tier authority of a district; SCO, WAL or NIR outside England; '' where there is none. */
export const upperTierOf = (district: string): string =>
  OUTSIDE_ENGLAND[district.charAt(0)] ?? UPPER_TIER.get(district) ?? '';

export const authorityByCode: ReadonlyMap<string, Authority> = new Map(
  AUTHORITIES.map((authority) => [authority.code, authority]),
);
