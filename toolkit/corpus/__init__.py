"""
Many articles: an archive on one machine, and on a cluster that exists already.

The input is cut into batches of records, a kernel makes a part of the result of each batch, and the parts are put
together in the order of the input. A kernel knows nothing of where it runs, so every engine writes the same bytes; a
part that is on the disk is finished, so a run that was killed goes on where it stopped.
"""
