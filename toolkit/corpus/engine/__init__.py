"""
Engines: who works on the batches. In this process, in several of this machine, or on a cluster.

An engine takes batches as they come and gives parts in the same order, with a few of them under way at a time; so
memory does not grow with the input, and what is on the disk is always the beginning of the result.
"""
