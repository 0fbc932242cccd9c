export const help = `npm run -s jobs -- command

Looks into the queues of the Moa that this environment names, beside its processes, and decides over jobs that failed for good.

  list [--queue NAME] [--state failed|struggling|delayed|waiting|active] [--first N]
      also without a command: what failed for good, and what struggles: tried more than ten times, and tried again; 20 a queue
  inspect QUEUE ID
      all that is known of a job, and what putting it back will do
  retry QUEUE ID… | --all [--queue NAME]
      puts jobs that failed for good back, as if never tried. Refused for one that may have been worked, too long ago
      for its receiver to remember; --yes puts it back nonetheless
  discard QUEUE ID --reason TEXT [--by NAME] --yes
      removes a job that failed for good, for good; without --yes says what would be lost

  --json      the answer as one JSON document
  --help      this text

Ends with 0 when what was asked is done, 1 when it is not, or not all of it, and 2 when the command is wrong.
`;
