import { list, type NameRow } from './name-row.ts';

/**
 * Names of fields that tell who somebody is. `name` alone and `display_name` name systems and jobs as often as people
 * and stay unless keys beside them are a person's, as do city and country. Pay stays behind as little as the rest: it is told of one person, and no error
 * needs the amount.
 */
export const personNames: readonly NameRow[] = [
  {
    kind: 'person-name',
    words: list(`
      first name | last name | middle name | given name | family name | full name | sur name | surname |
      forename | preferred name | legal name | maiden name | birth name | owner name | manager name |
      employee name | candidate name | applicant name | contact name | account holder |
      account holder name | cardholder name | recipient name | spouse name | supervisor name |
      recruiter name | interviewer name | hiring manager name | person name | worker name |
      beneficiary name | dependent name | emergency contact name | user full name | vorname | nachname |
      familienname | prénom | apellido | apellidos | cognome | voornaam | achternaam | imię | nazwisko |
      förnamn | efternamn`),
    accept: 'person',
  },
  {
    kind: 'birth-date',
    words: list(`
      date of birth | birth date | birthday | birth day | geburtsdatum | geboortedatum |
      date de naissance | fecha de nacimiento | data di nascita | data nascimento`),
    accept: 'date',
  },
  { kind: 'birth-date', words: list('dob'), accept: 'date', wholeWord: true },
  {
    kind: 'address',
    words: list(`
      street | street address | street 1 | street name | address line | address line 1 |
      address line 2 | address line one | address line data | address 1 | address 2 | home address | postal address |
      mailing address | residential address | house number | straße | strasse | anschrift |
      wohnadresse | postal code | post code | zip code | postleitzahl | code postal`),
    accept: 'place',
  },
  { kind: 'address', words: list('zip | plz'), accept: 'place', wholeWord: true },
  { kind: 'address', words: list('address | adresse'), accept: 'street', wholeWord: true },
  {
    kind: 'salary',
    words: list(`
      salary | salary amount | base salary | pay rate | hourly rate | hourly wage | base pay |
      compensation amount | bonus amount | gehalt | salaire`),
    accept: 'amount',
  },
  { kind: 'iban', words: list('iban'), accept: 'digits', wholeWord: true },
  {
    kind: 'bank-account',
    words: list(
      'bank account number | bank account | account number | routing number | sort code | kontonummer',
    ),
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'national-id',
    words: list(`
      ssn | social security | social security number | social security no | social insurance number |
      national insurance | national insurance number | national insurance no |
      national identity number | national identification number | national id | national id number |
      national identifier | national identity numbers | identity number | identity card number | id card number |
      personal id number | personal number | nino | nif | nie | dni | nir | cpf | bsn | pesel |
      aadhaar | aadhar | curp | sin | tfn | cnp | egn | ahv | avs | nhs number | medicare number |
      pan number | svnr | personnummer | tax file number | sozialversicherungsnummer | steuer id |
      steuernummer | tax id | tax number | steueridentifikationsnummer | steuer identifikationsnummer |
      tax id number | itin | tax identification number | taxpayer id | codice fiscale |
      burgerservicenummer | numéro de sécurité sociale | rodné číslo | henkilötunnus | fødselsnummer |
      cpr nummer | passport | passport number | passport no | driver license number |
      drivers license number | driving licence number | driver license | drivers license |
      license number | licence number | visa number | work permit number | residence permit number |
      ausweisnummer | reisepassnummer`),
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'card-number',
    words: list(
      'card number | card no | credit card | credit card number | debit card number | kartennummer',
    ),
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'card-number',
    words: list('cvv | cvc | cvv2 | card security code'),
    accept: 'amount',
    wholeWord: true,
  },
  {
    kind: 'phone',
    words: list(`
      phone | phone number | phone no | phone nr | telephone | telephone number | telefon |
      mobile phone | mobile phone number | cell phone | work phone | home phone | mobile |
      mobile number | telefonnummer | mobil | mobilnummer | handy | handynummer | tel | fax |
      fax number | whatsapp | msisdn | téléphone | teléfono | telefono | cell | contact number`),
    accept: 'digits',
    wholeWord: true,
  },
  {
    kind: 'ip-address',
    words: list(`
      ip | ips | ip address | ip addr | remote addr | remote address | x forwarded for | x real ip |
      client address | peer address | cf connecting ip`),
    accept: 'ip',
    wholeWord: true,
  },
];
