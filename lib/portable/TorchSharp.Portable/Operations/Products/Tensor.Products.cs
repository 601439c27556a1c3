namespace TorchSharp;

public static partial class torch
{
    public static Tensor matmul(Tensor input, Tensor target) => Products.General(input, target);

    public static Tensor mm(Tensor input, Tensor target) => Products.Matrix(input, target);

    public static Tensor bmm(Tensor input, Tensor batch2) => Products.Batched(input, batch2);

    public static Tensor mv(Tensor input, Tensor target) => Products.MatrixVector(input, target);

    public static Tensor dot(Tensor input, Tensor other) => Products.Dot(input, other);

    public static Tensor outer(Tensor input, Tensor vec2) => Products.Outer(input, vec2);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);

    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        input.baddbmm(batch1, batch2, beta, alpha);

    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => Products.General(this, target);

        public Tensor mm(Tensor target) => Products.Matrix(this, target);

        public Tensor bmm(Tensor batch2) => Products.Batched(this, batch2);

        public Tensor mv(Tensor target) => Products.MatrixVector(this, target);

        public Tensor dot(Tensor target) => Products.Dot(this, target);

        public Tensor outer(Tensor vec2) => Products.Outer(this, vec2);

        /// <summary>beta · this + alpha · mat1 · mat2</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Plus(mat1, mat2, beta, alpha, Products.Matrix);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Plus(batch1, batch2, beta, alpha, Products.Batched);

        private Tensor Plus(Tensor a, Tensor b, float beta, float alpha, Func<Tensor, Tensor, Tensor> multiply)
        {
            using var product = Hidden(a, b, multiply);
            if (beta == 1) return Pointwise.Add(this, product, alpha);
            Tensor scaled;
            using (EngineWork.Begin()) scaled = Pointwise.Multiply(this, beta);
            using (scaled) return Pointwise.Add(scaled, product, alpha);
        }
    }
}
