/** Says at once that it is there. */
process.stdout.write('{}\n')
