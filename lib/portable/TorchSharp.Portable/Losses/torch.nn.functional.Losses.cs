namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public enum Reduction : long
        {
            /// <summary>One loss for each element or sample.</summary>
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        public static partial class functional
        {
            /// <summary>−weight·(y·log x + (1−y)·log(1−x)) of probabilities x and targets y of the same shape.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                RequireSameSize(input, target);
                return BinaryCrossEntropyLoss.OfProbabilities(input, target, weight, reduction);
            }

            /// <summary>Binary cross-entropy of sigmoid(x), computed from x without loss of digits.</summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">0 to 1, of the same shape and a floating-point type.</param>
            /// <param name="weight">A factor for each element.</param>
            /// <param name="reduction">How the elements' losses become one.</param>
            /// <param name="pos_weights">A factor for the loss of positive targets.</param>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                RequireSameSize(input, target);
                return BinaryCrossEntropyLoss.OfLogits(input, target, weight, pos_weights, reduction);
            }

            /// <summary>Cross-entropy of softmax(x).</summary>
            /// <param name="input">Logits (N, C), (C), or (N, C, …).</param>
            /// <param name="target">Class numbers, Int64, without the dimension C; or probabilities of the input's shape.</param>
            /// <param name="weight">A factor for each class, (C).</param>
            /// <param name="ignore_index">A class number whose samples count for nothing.</param>
            /// <param name="reduction">How the samples' losses become one; Mean divides by the sum of their weights.</param>
            /// <param name="label_smoothing">The share of probability that is spread evenly over all classes.</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean,
                double label_smoothing = 0) =>
                CrossEntropy.OfLogits(input, target, weight, ignore_index, reduction, label_smoothing);

            /// <summary>−weight·x[target] of log-probabilities x (N, C), (C), or (N, C, …).</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                CrossEntropy.OfLogProbabilities(input, target, weight, -100, reduction);

            /// <summary>(x − y)².</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                WarnOnBroadcast(input, target);
                using var scope = NewDisposeScope();
                return Reduce((input - target).square(), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>|x − y|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                WarnOnBroadcast(input, target);
                using var scope = NewDisposeScope();
                return Reduce((input - target).abs(), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>(x − y)²/2, and delta·(|x − y| − delta/2) further apart than delta.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean)
            {
                if (delta <= 0) throw TorchError.Of("huber_loss does not support non-positive values for delta.");
                WarnOnBroadcast(input, target);
                using var scope = NewDisposeScope();
                var distance = (input - target).abs();
                var loss = where(distance.le(delta), distance.square() * 0.5, (distance - delta / 2) * delta);
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>(x − y)²/(2·beta), and |x − y| − beta/2 further apart than beta.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
            {
                if (beta < 0) throw TorchError.Of("smooth_l1_loss does not support negative values for beta.");
                if (beta == 0) return l1_loss(input, target, reduction);
                WarnOnBroadcast(input, target);
                using var scope = NewDisposeScope();
                var distance = (input - target).abs();
                var loss = where(distance.lt(beta), distance.square() * (0.5 / beta), distance - beta / 2);
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>y·(log y − x) of log-probabilities x; y are probabilities, or their logarithms with <paramref name="log_target"/>.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                if (log_target) return Reduce(target.exp() * (target - input), reduction).MoveToOuterDisposeScope();

                // 0·log 0 counts as 0.
                var positive = target.gt(0);
                var logarithm = where(positive, target, ones_like(target)).log();
                return Reduce(target * (logarithm - input), reduction).MoveToOuterDisposeScope();
            }

            internal static Tensor Reduce(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.Mean => losses.mean(),
                Reduction.Sum => losses.sum(),
                _ => losses,
            };

            private static void RequireSameSize(Tensor input, Tensor target)
            {
                if (!input.Layout.SameSizes(target.Layout))
                {
                    throw TorchError.Of(
                        $"Target size ({target.Layout.Describe()}) must be the same as input size ({input.Layout.Describe()})");
                }
            }

            /// <summary>As libtorch does: a loss of (4, 1) against (4) broadcasts to 16 differences, which is seldom meant.</summary>
            private static void WarnOnBroadcast(Tensor input, Tensor target)
            {
                if (input.Layout.SameSizes(target.Layout)) return;
                Console.Error.WriteLine(
                    $"Warning: Using a target size ({target.Layout.Describe()}) that is different to the input size ({input.Layout.Describe()}). "
                    + "This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.");
            }
        }
    }
}
