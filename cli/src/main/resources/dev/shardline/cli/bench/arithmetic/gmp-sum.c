/*
 * The factorial sum of n, the sum of i! for 1 <= i < n, by binary splitting on GMP: what C can do
 * on this machine. Repeats it until it has taken so many milliseconds of CPU time, and prints how
 * often it did, the nanoseconds of CPU time and the sum modulo 2^31 - 1.
 *
 * P(a, b) is the product of the factors from a up to b, without b, and S(a, b) the sum of their
 * prefix products: P(a, c) = P(a, b) P(b, c) and S(a, c) = S(a, b) + P(a, b) S(b, c).
 */
#include <gmp.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LEAF 64

/* By Horner's rule from the last factor on, as many of them at a time as fit a word. */
static void leaf(unsigned long from, unsigned long to, mpz_t product, mpz_t sum) {
  unsigned long next = to;
  mpz_set_ui(product, 1);
  mpz_set_ui(sum, 0);
  while (next > from) {
    unsigned long factor = next - 1;
    unsigned long p = factor;
    unsigned long s = factor;
    next = factor;
    while (next > from && p < ULONG_MAX / 4 / (next - 1)) {
      factor = next - 1;
      s = (s + 1) * factor;
      p = p * factor;
      next = factor;
    }
    mpz_mul_ui(sum, sum, p);
    mpz_add_ui(sum, sum, s);
    mpz_mul_ui(product, product, p);
  }
}

static void split(unsigned long from, unsigned long to, mpz_t product, mpz_t sum, int last) {
  if (to - from <= LEAF) {
    leaf(from, to, product, sum);
    return;
  }
  unsigned long middle = from + (to - from) / 2;
  mpz_t right_product, right_sum;
  mpz_init(right_product);
  mpz_init(right_sum);
  split(from, middle, product, sum, 0);
  split(middle, to, right_product, right_sum, last);
  mpz_addmul(sum, product, right_sum);
  if (!last) {
    /* Nothing stands to the right of the last part, so nobody needs its product. */
    mpz_mul(product, product, right_product);
  }
  mpz_clear(right_product);
  mpz_clear(right_sum);
}

static long long cpu_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: gmp-sum N MILLISECONDS\n");
    return 2;
  }
  unsigned long n = strtoul(argv[1], NULL, 10);
  long long enough = strtoll(argv[2], NULL, 10) * 1000000LL;
  unsigned long residue = 0;
  long repetitions = 0;
  long long start = cpu_nanoseconds();
  long long took;
  do {
    mpz_t product, sum;
    mpz_init(product);
    mpz_init(sum);
    if (n > 1) {
      split(1, n, product, sum, 1);
    }
    residue = mpz_fdiv_ui(sum, 2147483647UL);
    mpz_clear(product);
    mpz_clear(sum);
    repetitions++;
    took = cpu_nanoseconds() - start;
  } while (took < enough);
  printf("%ld %lld %lu\n", repetitions, took, residue);
  return 0;
}
