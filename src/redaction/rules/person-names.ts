import type { NameRow } from './secret-names.ts';

/**
 * Names of fields that tell who somebody is. `name` alone and `display_name` name systems and jobs as often as people
 * and stay, as do city and country. Pay stays behind as little as the rest: it is told of one person, and no error
 * needs the amount.
 */
export const personNames: readonly NameRow[] = [
  {
    kind: 'person-name',
    words: [
      'first name',
      'last name',
      'middle name',
      'given name',
      'family name',
      'full name',
      'sur name',
    ]
      .concat(['surname', 'forename', 'preferred name', 'legal name', 'maiden name', 'birth name'])
      .concat([
        'owner name',
        'manager name',
        'employee name',
        'candidate name',
        'applicant name',
        'contact name',
      ])
      .concat([
        'account holder',
        'account holder name',
        'cardholder name',
        'recipient name',
        'spouse name',
      ])
      .concat([
        'supervisor name',
        'recruiter name',
        'interviewer name',
        'hiring manager name',
        'person name',
      ])
      .concat([
        'worker name',
        'beneficiary name',
        'dependent name',
        'emergency contact name',
        'user full name',
      ])
      .concat([
        'vorname',
        'nachname',
        'familienname',
        'prénom',
        'apellido',
        'apellidos',
        'cognome',
        'voornaam',
      ])
      .concat(['achternaam', 'imię', 'nazwisko', 'förnamn', 'efternamn']),
    accept: 'person',
  },
  {
    kind: 'birth-date',
    words: [
      'date of birth',
      'birth date',
      'birthday',
      'birth day',
      'geburtsdatum',
      'geboortedatum',
    ].concat(['date de naissance', 'fecha de nacimiento', 'data di nascita', 'data nascimento']),
    accept: 'date',
  },
  { kind: 'birth-date', words: ['dob'], accept: 'date', wholeWord: true },
  {
    kind: 'address',
    words: [
      'street',
      'street address',
      'street 1',
      'street name',
      'address line',
      'address line 1',
      'address line 2',
    ]
      .concat([
        'address line one',
        'address 1',
        'address 2',
        'home address',
        'postal address',
        'mailing address',
      ])
      .concat([
        'residential address',
        'house number',
        'straße',
        'strasse',
        'anschrift',
        'wohnadresse',
      ])
      .concat(['postal code', 'post code', 'zip code', 'postleitzahl', 'code postal']),
    accept: 'place',
  },
  { kind: 'address', words: ['zip', 'plz'], accept: 'place', wholeWord: true },
  { kind: 'address', words: ['address', 'adresse'], accept: 'street', wholeWord: true },
  {
    kind: 'salary',
    words: [
      'salary',
      'salary amount',
      'base salary',
      'pay rate',
      'hourly rate',
      'hourly wage',
      'base pay',
    ].concat(['compensation amount', 'bonus amount', 'gehalt', 'salaire']),
    accept: 'amount',
  },
  { kind: 'iban', words: ['iban'], accept: 'digits', wholeWord: true },
  {
    kind: 'bank-account',
    words: [
      'bank account number',
      'bank account',
      'account number',
      'routing number',
      'sort code',
      'kontonummer',
    ],
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'national-id',
    words: [
      'ssn',
      'social security',
      'social security number',
      'social security no',
      'social insurance number',
    ]
      .concat([
        'national insurance',
        'national insurance number',
        'national insurance no',
        'national identity number',
      ])
      .concat([
        'national identification number',
        'national id',
        'national id number',
        'national identifier',
      ])
      .concat([
        'identity number',
        'identity card number',
        'id card number',
        'personal id number',
        'personal number',
      ])
      .concat([
        'nino',
        'nif',
        'nie',
        'dni',
        'nir',
        'cpf',
        'bsn',
        'pesel',
        'aadhaar',
        'aadhar',
        'curp',
        'sin',
        'tfn',
      ])
      .concat([
        'cnp',
        'egn',
        'ahv',
        'avs',
        'nhs number',
        'medicare number',
        'pan number',
        'svnr',
        'personnummer',
      ])
      .concat([
        'tax file number',
        'sozialversicherungsnummer',
        'steuer id',
        'steuernummer',
        'tax id',
        'tax number',
      ])
      .concat([
        'steueridentifikationsnummer',
        'steuer identifikationsnummer',
        'tax id number',
        'itin',
      ])
      .concat(['tax identification number', 'taxpayer id', 'codice fiscale', 'burgerservicenummer'])
      .concat([
        'numéro de sécurité sociale',
        'rodné číslo',
        'henkilötunnus',
        'fødselsnummer',
        'cpr nummer',
      ])
      .concat([
        'passport',
        'passport number',
        'passport no',
        'driver license number',
        'drivers license number',
      ])
      .concat([
        'driving licence number',
        'driver license',
        'drivers license',
        'license number',
        'licence number',
      ])
      .concat([
        'visa number',
        'work permit number',
        'residence permit number',
        'ausweisnummer',
        'reisepassnummer',
      ]),
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'card-number',
    words: [
      'card number',
      'card no',
      'credit card',
      'credit card number',
      'debit card number',
      'kartennummer',
    ],
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'card-number',
    words: ['cvv', 'cvc', 'cvv2', 'card security code'],
    accept: 'amount',
    wholeWord: true,
  },
  {
    kind: 'phone',
    words: [
      'phone',
      'phone number',
      'phone no',
      'phone nr',
      'telephone',
      'telephone number',
      'telefon',
    ]
      .concat([
        'mobile phone',
        'mobile phone number',
        'cell phone',
        'work phone',
        'home phone',
        'mobile',
        'mobile number',
      ])
      .concat([
        'telefonnummer',
        'mobil',
        'mobilnummer',
        'handy',
        'handynummer',
        'tel',
        'fax',
        'fax number',
      ])
      .concat([
        'whatsapp',
        'msisdn',
        'téléphone',
        'teléfono',
        'telefono',
        'cell',
        'contact number',
      ]),
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'ip-address',
    words: [
      'ip',
      'ips',
      'ip address',
      'ip addr',
      'remote addr',
      'remote address',
      'x forwarded for',
      'x real ip',
    ].concat(['client address', 'peer address', 'cf connecting ip']),
    accept: 'ip',
    wholeWord: true,
  },
];
