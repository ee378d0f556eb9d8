# The package concurrent, which has nothing but futures.
